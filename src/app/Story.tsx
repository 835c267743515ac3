/** What comes after the first picture: the walk through the story, and what a hall is shown. */
export { Beside } from '../panels/Beside'
export { Display } from '../panels/Display'
export { HallScreen } from '../panels/HallScreen'
export { StepBar } from '../panels/StepBar'
export { Told } from '../panels/Told'
export { Wishes } from '../panels/Wishes'
export { keepHall } from './hall'
export { keepPlaying } from './playing'
