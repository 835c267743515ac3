import type { Mass } from '../../scene/scene'
import type { Part } from '../parts'

export const massPart = ({ key, of, d, width, weight }: Mass): Part => ({
  key,
  tag: 'path',
  attributes: { class: `mass ${of} weight-${weight}`, d, 'stroke-width': width },
})
