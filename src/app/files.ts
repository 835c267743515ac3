import { fileNameOf, largestFile, programInFile } from '../share/file'
import { useStore } from '../state/store'
import { programIn } from '../take/program-in'
import { isBelowDialog } from './below'

/** A file's program in place of the text, one undo entry; or why it has none. */
export const openFile = async (file: File): Promise<void> => {
  const { session, do: act } = useStore.getState()
  // Not even read where it is too large.
  const text = file.size > largestFile ? 'x'.repeat(largestFile + 1) : await file.text()
  const read = programInFile(file.name, text, programIn)
  if (read.ok) act.load({ source: read.value, digits: session.chosen.digits })
  else act.say(read.problems.map(({ message, hint }) => `${message} ${hint}`).join(' '))
}

/** The text as a plain file of this computer. */
export const saveFile = (): void => {
  const { source } = useStore.getState().session
  download(new Blob([source], { type: 'text/plain' }), `${fileNameOf(source)}.txt`)
}

/** Hands a file over to the browser. */
export const download = (content: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0)
}

const fields = 'textarea, [contenteditable="true"], input, select'

/** Files that are dropped on the page, and text that is pasted where no field takes it, are opened. */
export const takeFiles = (page: Window): (() => void) => {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? []
    if (!file) return
    event.preventDefault()
    openFile(file)
  }
  const paste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return
    if (event.target.closest(fields) || isBelowDialog()) return
    const [file] = event.clipboardData?.files ?? []
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (file) openFile(file)
    else if (text.trim() !== '') openText(page, text)
  }
  page.addEventListener('dragover', over)
  page.addEventListener('drop', drop)
  page.addEventListener('paste', paste)
  return () => {
    page.removeEventListener('dragover', over)
    page.removeEventListener('drop', drop)
    page.removeEventListener('paste', paste)
  }
}

/** A link of this page goes where it leads; anything else is a program. */
const openText = (page: Window, text: string): void => {
  const { session, do: act } = useStore.getState()
  const [, hash = ''] = /^\s*<?https?:\/\/\S+?(#\S+)\s*$/.exec(text) ?? []
  if (hash !== '') {
    page.location.hash = hash
    return
  }
  const read = programInFile('What was pasted', text, programIn)
  if (read.ok) act.load({ source: read.value, digits: session.chosen.digits })
  else act.say(read.problems.map(({ message, hint }) => `${message} ${hint}`).join(' '))
}
