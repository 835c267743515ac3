import type { Scene } from '../scene/scene'
import { hasPages } from '../state/arranged'
import type { Session } from '../state/session'
import { pictureOf } from '../state/views'

/** In pixels: of a circuit that is too large for a page, what is seen of it from afar. */
const fileWidth = 1600

/** All of a session's picture at once, for a file or a page; null where there never was a whole text. */
export const wholeSceneOf = (session: Session): Scene | null => {
  const scene = pictureOf(session)?.scene ?? null
  if (!scene?.vista) return scene
  const scale = hasPages(session) ? 1 : fileWidth / scene.bounds.width
  return scene.vista.see({ box: scene.bounds, scale, beyond: 0 })
}
