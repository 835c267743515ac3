import type { BranchMark } from '../../scene/scene'
import type { Part } from '../parts'
import { classesOf } from './classes'
import { dotParts, lineParts } from './line'
import { type Hits, numeralPart } from './numeral'

export const branchPart = (mark: BranchMark, hits: Hits | null): Part => ({
  key: mark.key,
  tag: 'g',
  fades: true,
  attributes: { class: classesOf('branch', mark), 'data-branch': mark.key },
  parts: [
    ...lineParts({ ...mark, arrow: mark.path.at(-1) ?? null }),
    ...dotParts(mark.junction),
    ...(mark.share ? [numeralPart(mark.share, hits)] : []),
  ],
})
