import { inputsOf, type Wire } from '../circuit/circuit'
import { livingUses, type Picture, wireAt, wireByKey } from './picture'
import { idOf, type Subject, type Tone } from './scene'

/** Which numbers light up with the one asked about: those that it was made of. */
export const tones = (picture: Pick<Picture, 'circuit' | 'asked'>): ((subject: Subject) => Tone) => {
  const { asked } = picture
  if (!asked) return () => 'plain'
  const lit = idOf(asked)
  const factors = new Set(factorsOf(picture, asked).map(idOf))
  return (subject) => {
    const id = idOf(subject)
    if (id === lit) return 'lit'
    return factors.has(id) ? 'factor' : 'plain'
  }
}

const factorsOf = (picture: Pick<Picture, 'circuit'>, asked: Subject): readonly Subject[] => {
  const wire = wireByKey(picture, asked.wire)
  if (!wire) return []
  switch (asked.about) {
    case 'value':
    case 'gate':
      return inputsOf(wire).map((input) => ({ about: 'value', wire: wireAt(picture, input).key }))
    case 'gradient':
      return gradientFactors(picture, wire)
    case 'share':
      return [{ about: 'gradient', wire: asked.by }]
  }
}

const gradientFactors = (picture: Pick<Picture, 'circuit'>, wire: Wire): readonly Subject[] => {
  const uses = livingUses(picture, wire)
  if (uses.length === 1) return uses.map(({ by }) => ({ about: 'gradient', wire: wireAt(picture, by).key }))
  return uses.map(({ by, port }) => ({ about: 'share', wire: wire.key, by: wireAt(picture, by).key, port }))
}
