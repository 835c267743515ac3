import { gradientAt, isSent, type Known } from '../pass/story'
import { type Picture, wireByKey } from './picture'
import type { Subject } from './scene'

/** Whether what a subject is about has been told as a whole; false for what is no longer there. */
export const isKnown = (
  { circuit, pass }: Pick<Picture, 'circuit' | 'pass'>,
  known: Known,
  subject: Subject,
): boolean => {
  const wire = wireByKey({ circuit }, subject.wire)
  if (!wire) return false
  if (subject.about === 'gradient') return gradientAt(pass, known, wire.id) === 'whole'
  if (subject.about !== 'share') return known.hasValue(wire.id)
  const by = wireByKey({ circuit }, subject.by)
  return by !== undefined && isSent(pass, known, by.id, subject.port)
}
