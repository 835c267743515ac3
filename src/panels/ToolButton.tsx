import { Icon, type IconNode } from './Icon'
import { keysHere } from './keys'

type Props = {
  readonly label: string
  /** How the same is done by keyboard. */
  readonly keys?: string
  readonly icon: IconNode
  readonly onPress: () => void
  /** Said rather than disabled: the focus stays where it is. */
  readonly idle?: boolean
  /** With its label in sight where there is room. */
  readonly worded?: boolean
}

/** A button with an icon; its keys are in its tooltip. */
export const ToolButton = ({ label, keys, icon, onPress, idle = false, worded = false }: Props) => (
  <button
    type="button"
    className={worded ? 'tool worded' : 'tool'}
    aria-label={label}
    aria-disabled={idle}
    title={keys === undefined ? label : `${label} (${keysHere(keys, navigator.platform)})`}
    onClick={onPress}
  >
    <Icon of={icon} />
    {worded && <span className="word">{label}</span>}
  </button>
)
