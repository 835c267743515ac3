import type { IconNode } from 'lucide'
import { createElement } from 'react'

export type { IconNode }

/** Says nothing by itself: what it stands on does. */
export const Icon = ({ of, size = 18 }: { readonly of: IconNode; readonly size?: number }) => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {of.map(([tag, attributes], key) => createElement(tag, { ...attributes, key }))}
  </svg>
)
