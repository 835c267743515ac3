import { keysHere } from './keys'

/** Keys as they are called on this machine. */
export const KeyCap = ({ keys }: { readonly keys: string }) => <kbd>{keysHere(keys, navigator.platform)}</kbd>
