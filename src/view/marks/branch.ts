import type { BranchMark } from '../../scene/scene'
import type { Part } from '../parts'
import { lineParts } from './line'
import { type Hits, numeralPart } from './numeral'

export const branchPart = (mark: BranchMark, hits: Hits): Part => ({
  key: mark.key,
  tag: 'g',
  attributes: { class: mark.thin ? 'branch thin' : 'branch', 'data-branch': mark.key },
  parts: [
    ...lineParts({ ...mark, arrow: mark.path.at(-1) ?? null }),
    ...(mark.share ? [numeralPart(mark.share, hits)] : []),
  ],
})
