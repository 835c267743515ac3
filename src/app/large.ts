/** What large circuits take, fetched when the first one comes. */
export { default as workerAddress } from '../layout/layout.worker?worker&url'
export { keepArranging } from './arranging'
