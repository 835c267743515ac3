import type { LucideIcon } from 'lucide-react'
import { keysHere } from './keys'

type Props = {
  readonly label: string
  /** How the same is done by keyboard. */
  readonly keys?: string
  readonly icon: LucideIcon
  readonly onPress: () => void
  /** Said rather than disabled: the focus stays where it is. */
  readonly idle?: boolean
  /** With its label in sight where there is room. */
  readonly worded?: boolean
}

/** A button with an icon; its keys are in its tooltip. */
export const ToolButton = ({ label, keys, icon: Icon, onPress, idle = false, worded = false }: Props) => (
  <button
    type="button"
    className={worded ? 'tool worded' : 'tool'}
    aria-label={label}
    aria-disabled={idle}
    title={keys === undefined ? label : `${label} (${keysHere(keys, navigator.platform)})`}
    onClick={onPress}
  >
    <Icon aria-hidden size={18} />
    {worded && <span className="word">{label}</span>}
  </button>
)
