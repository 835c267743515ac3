import { type Opened, readQuery } from './query'
import { type Drawer, shelfIn } from './shelf'

/**
 * What is opened in place of an address: the last work where there is no address; and where the last work was saved
 * under this very address and went further than it, that. Null where the address has the say.
 */
export const restored = (drawer: () => Drawer, hash: string, linked: string | null): Opened | null => {
  const [last] = shelfIn(drawer).works()
  if (!last) return null
  const isNewer = linked !== null && hash !== '' && last.address === hash && last.source !== linked
  return hash === '' || isNewer ? { source: last.source, ...readQuery(last.query) } : null
}
