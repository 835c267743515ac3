/** The page's ways through its own history of texts; the browser's would know only one field. */
export type Turn = 'undo' | 'redo'

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Mod-Z, Shift-Mod-Z and Mod-Y. */
export const turnOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): Turn | null => {
  if (ctrlKey === metaKey || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey ? 'redo' : null
}

/** The same wish from a menu, a shake or a gesture. */
export const turnOfInput = (inputType: string): Turn | null => {
  if (inputType === 'historyUndo') return 'undo'
  return inputType === 'historyRedo' ? 'redo' : null
}

/** `Ctrl+K` as it is called on a machine: `⌘K` where Command is the key for it. */
export const keysHere = (keys: string, platform: string): string =>
  /^(Mac|iP)/.test(platform)
    ? keys.replaceAll('Ctrl+', '⌘').replaceAll('Alt+', '⌥').replaceAll('Shift+', '⇧')
    : keys
