import { pack } from '../share/frame'
import { writeLink } from '../share/link'
import type { Opened } from '../share/query'

export type Links = {
  readonly link: string
  /** The page without a fragment. */
  readonly page: string
  readonly title: string
  /** HTML that puts the live circuit into another page. */
  readonly snippet: (title: string) => string
}

/** The links of a frame, from where this page is; null where it is too long for one. */
export const shareNames = (frame: Opened, here: string): Links | null => {
  const code = pack(frame)
  if (code === null) return null
  const page = pageOf(here)
  const embedded = new URL('embed.html', page).href
  return {
    link: `${page}#${code}`,
    page,
    title: titleOf(frame.source),
    snippet: (title) =>
      `<iframe src="${escaped(`${embedded}#${code}`)}" title="${escaped(title)}" width="100%" height="420" loading="lazy" style="border: 0"></iframe>`,
  }
}

const pageOf = (here: string): string => {
  const url = new URL(here)
  return `${url.origin === 'null' ? `${url.protocol}//` : url.origin}${url.pathname}`
}

const titleOf = (source: string): string => {
  const last = source.split(/[\n;]/).findLast((line) => line.trim() !== '') ?? ''
  return `Backflow: ${last.trim().slice(0, 60).replace(/[[\]]/g, '')}`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What a link of this length survives. */
export const reachOf = (link: string): string => {
  const length = `${link.length.toLocaleString('en')} characters`
  const check = 'a cut or changed copy is noticed and never opens as another circuit'
  return link.length > 2000 ? `${length}: some chats cut this; ${check}.` : `${length}: ${check}.`
}

/** As somebody would write it: on one line, without blanks; null where lines or blanks mean something. */
export const handWritten = (frame: Opened): string | null => {
  const source = frame.source.trim()
  if (source.includes('#') || /\n\s/.test(source)) return null
  const compact = source.replace(/\s*\n\s*/g, ';').replace(/ *([-+*/=,;()[\]]) */g, '$1')
  return writeLink({ ...frame, source: compact })
}
