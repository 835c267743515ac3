import type { LucideIcon } from 'lucide-react'

type Props = {
  readonly label: string
  /** How the same is done by keyboard. */
  readonly keys: string
  readonly icon: LucideIcon
  readonly onPress: () => void
  /** Said rather than disabled: the focus stays where it is. */
  readonly idle?: boolean
}

/** A button with an icon; its keys are in its tooltip. */
export const ToolButton = ({ label, keys, icon: Icon, onPress, idle = false }: Props) => (
  <button
    type="button"
    className="tool"
    aria-label={label}
    aria-disabled={idle}
    title={`${label} (${keys})`}
    onClick={onPress}
  >
    <Icon aria-hidden size={18} />
  </button>
)
