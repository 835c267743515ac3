import workerAddress from '../layout/layout.worker?worker&url'
import { keepArranging } from './arranging'
import { keepReading } from './reading'

/** What long texts and large circuits take: they are read and laid out while the page goes on. Returns the way back. */
export const keepLarge = (page: Window): (() => void) => {
  const stops = [keepReading(page), keepArranging(page, workerAddress)]
  return () => {
    for (const stop of stops) stop()
  }
}
