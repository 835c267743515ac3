import { plainSettings } from '../lib/settings'
import { lecture } from '../program/lecture'
import { readAddress } from '../share/address'
import type { Embed } from '../share/query'
import { begin, type Session } from '../state/session'
import { useStore } from '../state/store'
import { keepArranging } from './arranging'
import { keepChannel } from './embed-channel'
import { lines, wear, wordOf } from './opening'
import { keepPlaying } from './playing'
import { listen } from './shortcuts'
import { walkDeeds } from './story-deeds'
import { bringTelling } from './telling'

const usual: Embed = { controls: 'steps', autoplay: false }

/** The effects of a circuit in another page: the same as at home, without an address to keep and without storage. */
export const connectEmbed = (page: Window): Embed => {
  const { document, location } = page
  const root = document.documentElement
  const open = (): Embed => {
    const reading = readAddress(location.hash)
    const opened = reading.kind === 'frame' ? reading.opened : null
    const source = opened ? lines(opened.source) : lecture[0].source
    const session = begin(source, plainSettings, opened ?? {})
    useStore.setState({ session: { ...session, notice: wordOf(reading) } })
    return opened?.embed ?? usual
  }
  bringTelling()
  const options = open()
  const dress = ({ settings, hall }: Session) => wear(root, { settings, hall })
  dress(useStore.getState().session)
  useStore.subscribe(({ session }, before) => {
    if (session.settings !== before.session.settings) dress(session)
  })
  page.addEventListener('hashchange', open)
  keepArranging(page, null)
  keepPlaying(page)
  listen(page, walkDeeds, () => ({ camera: null, editor: null }))
  keepChannel(page, () => outside(document))
  if (options.autoplay) useStore.getState().do.play(true)
  return options
}

/** What stands below the picture, in CSS pixels. */
const outside = (document: Document): number => {
  const heightOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0
  return heightOf('.explain') + heightOf('.embed-foot')
}
