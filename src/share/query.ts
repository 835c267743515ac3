import { type Grain, grains, type Settings } from '../lib/settings'
import type { Place } from '../pass/story'
import { isOneOf, readPlace, readSettings } from './settings'

/** What a link may say of the view, beside the program; how things move is the reader's own affair. */
export type LinkSettings = Partial<Pick<Settings, 'digits' | 'theme'>>

/** A circuit in another page: whether it has its step bar, and whether it plays by itself. */
export type Embed = { readonly controls: 'steps' | 'none'; readonly autoplay: boolean }

/** A still frame: a program, and what differs from the usual view of it. */
export type Opened = {
  readonly source: string
  readonly settings: LinkSettings
  /** How far the pass is told; null: at rest. */
  readonly place: Place | null
  /** By gate, unless it says otherwise. */
  readonly grain: Grain | null
  /** Null: the whole page. */
  readonly embed: Embed | null
}
type View = Omit<Opened, 'source'>

/** The usual view. */
export const plainView: View = { settings: {}, place: null, grain: null, embed: null }

/** Escapes are undone where they are sound; a `%` that begins none stays as it is. */
export const unescaped = (text: string): string => text.replace(/(?:%[0-9a-f]{2})+/gi, unescapeRun)

const unescapeRun = (run: string): string => {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}

/** One digit is a number of decimals; every other value is read as it stands. */
const pairOf = (part: string): readonly [string, unknown] => {
  const [key = '', value = ''] = part.split('=', 2).map(unescaped)
  return [key, key === 'digits' && /^\d$/.test(value) ? Number(value) : value]
}

const isGrain = isOneOf<Grain>(grains)

/** `digits=2&theme=dark&step=4.1&grain=wire&view=embed&controls=none&autoplay=1`: what is none of ours is left out. */
export const readQuery = (query: string): View => {
  const pairs = query.split('&').map(pairOf)
  const last = (key: string): unknown => pairs.findLast(([each]) => each === key)?.[1]
  const grain = last('grain')
  return {
    settings: readSettings(pairs, ['digits', 'theme']),
    place: readPlace(last('step')),
    grain: isGrain(grain) ? grain : null,
    embed:
      last('view') === 'embed'
        ? { controls: last('controls') === 'none' ? 'none' : 'steps', autoplay: last('autoplay') === '1' }
        : null,
  }
}

/** Only what differs from the usual; empty where nothing does. */
export const writeQuery = ({
  settings: { digits = 'auto', theme = 'auto' },
  place,
  grain,
  embed,
}: View): string =>
  [
    digits === 'auto' ? '' : `digits=${digits}`,
    theme === 'auto' ? '' : `theme=${theme}`,
    place ? `step=${placeText(place)}` : '',
    // A place in the middle of a gate is one of the finer walk.
    grain === 'wire' && !(place && place.share > 0) ? 'grain=wire' : '',
    embed ? 'view=embed' : '',
    embed?.controls === 'none' ? 'controls=none' : '',
    embed?.autoplay ? 'autoplay=1' : '',
  ]
    .filter((part) => part !== '')
    .join('&')

const placeText = ({ step, share }: Place): string => (share > 0 ? `${step}.${share}` : String(step))

/** The same frame with what settings behind a link say instead. */
export const overruled = (opened: Opened, query: string): Opened => {
  const { settings, place, grain, embed } = readQuery(query)
  return {
    source: opened.source,
    settings: { ...opened.settings, ...settings },
    place: place ?? opened.place,
    grain: grain ?? opened.grain,
    embed: embed ?? opened.embed,
  }
}
