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

/** The keys of deeds that also have a button. */
export const keysOf = {
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Y',
  commands: 'Ctrl+K',
  keys: '?',
  rename: 'F2',
  format: 'Shift+Alt+F',
  zoomIn: '+',
  zoomOut: '−',
  fit: '0',
  next: '→',
  back: '←',
  start: 'Home',
  end: 'End',
  play: 'Space',
  grain: 'G',
  nudge: 'N',
  present: 'P',
  share: 'S',
  take: 'T',
  code: 'C',
  find: 'F',
} as const

const isMac = (platform: string): boolean => /^(Mac|iP)/.test(platform)

/** Ctrl, or Command where that is the key for it: there Ctrl+K deletes to the end of a line. */
export const hasCommandKey = ({ ctrlKey, metaKey }: Keys, platform: string): boolean =>
  isMac(platform) ? metaKey && !ctrlKey : ctrlKey && !metaKey

/** `Ctrl+K` as it is called on a machine: `⌘K` where Command is the key for it. `Control+` is that key everywhere. */
export const keysHere = (keys: string, platform: string): string =>
  isMac(platform)
    ? keys.replace('Control+', '⌃').replace('Ctrl+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧')
    : keys.replace('Control+', 'Ctrl+')
