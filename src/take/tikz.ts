import type { Box, Point } from '../layout/layout'
import { dotRadius, radius, smallSize } from '../layout/measure'
import type { BranchMark, GateMark, Mark, Meeting, Numeral, Scene, WireMark } from '../scene/scene'
import { texOf } from './tex'

/** One unit of the picture in TeX's big points: its text is then about as large as that of the page. */
const unit = 0.7

const packages = `\\usepackage[T1]{fontenc}
\\usepackage{tikz}
\\usetikzlibrary{arrows.meta}
\\definecolor{value}{HTML}{0B5CAD}
\\definecolor{gradient}{HTML}{C23B00}`

const number = (value: number): string => String(Math.round(value * 100) / 100)
const at = ({ x, y }: Point): string => `(${number(x)},${number(y)})`
const line = (path: readonly Point[]): string => path.map(at).join(' -- ')

/** A picture that compiles as it is: \`pdflatex\` makes one page as large as the circuit. */
export const tikzOf = (scene: Scene): string => `\\documentclass[border=4pt]{standalone}
${packages}
\\begin{document}
${tikzPicture(scene)}
\\end{document}
`

/** A Beamer document: one frame, an overlay for every scene, all of the same size. */
export const beamerOf = (
  scenes: readonly Scene[],
  title: string,
): string => `\\documentclass[aspectratio=169]{beamer}
${packages}
\\setbeamertemplate{navigation symbols}{}
\\begin{document}
\\begin{frame}{${texOf(title)}}
\\centering
${scenes.map((scene, i) => `\\only<${i + 1}>{\\resizebox{\\textwidth}{!}{%\n${tikzPicture(scene)}}}%`).join('\n')}
\\end{frame}
\\end{document}
`

/** The picture alone, to be put into a document that loads TikZ with \`arrows.meta\` and knows the two colours. */
export const tikzPicture = ({ marks, bounds, meeting }: Scene): string =>
  [
    `\\begin{tikzpicture}[x=${unit}bp,y=-${unit}bp,inner sep=0pt]`,
    `\\useasboundingbox ${at(bounds)} rectangle ${at({ x: bounds.x + bounds.width, y: bounds.y + bounds.height })};`,
    ...marks.flatMap(drawn),
    ...(meeting ? cardOf(meeting) : []),
    '\\end{tikzpicture}',
  ].join('\n')

const drawn = (mark: Mark): readonly string[] => {
  const lines = linesOf(mark)
  return mark.sight === 'clear' ? lines : ['\\begin{scope}[opacity=0.45]', ...lines, '\\end{scope}']
}

const linesOf = (mark: Mark): readonly string[] => {
  switch (mark.kind) {
    case 'branch':
      return branchOf(mark)
    case 'wire':
      return wireOf(mark)
    case 'gate':
      return gateOf(mark)
  }
}

const pen = ({ width, dashed }: { readonly width: number; readonly dashed: boolean }): string =>
  `line width=${number(width * unit)}bp${dashed ? ',dashed' : ''}`

const tip = '-{Stealth[length=4.5pt]}'

const branchOf = (mark: BranchMark): readonly string[] => [
  `\\draw[${pen(mark)},${tip}] ${line(mark.path)};`,
  ...(mark.junction ? [dotAt(mark.junction)] : []),
  ...(mark.share ? [numeralOf(mark.share)] : []),
]

const dotAt = (dot: Point): string => `\\fill ${at(dot)} circle[radius=${number(dotRadius * unit)}bp];`

const wireOf = (mark: WireMark): readonly string[] => {
  const { path, arrow, name, fork, value, gradient } = mark
  const [start] = path
  return [
    `\\draw[${pen(mark)}] ${line(path)};`,
    ...(arrow && start ? [`\\draw[${pen(mark)},${tip}] ${line([start, arrow])};`] : []),
    ...(fork?.at ? [dotAt(fork.at)] : []),
    ...(fork?.sum ? [node(fork.sum, 'base east,gradient', '+=')] : []),
    ...(name ? [node(name.at, 'base east', name.text)] : []),
    ...(value ? [numeralOf(value)] : []),
    ...(gradient ? [numeralOf(gradient)] : []),
  ]
}

const numeralOf = ({ at: place, text, size, subject, heard }: Numeral): string => {
  const isValue = subject.about === 'value'
  const font = size <= smallSize ? 'font=\\footnotesize,' : ''
  const more = heard ? `\n${node(heard.at, 'base west,font=\\scriptsize', heard.text)}` : ''
  return `${node(place, `base west,${font}${isValue ? 'value' : 'gradient'}`, text)}${more}`
}

const node = (place: Point, style: string, text: string): string =>
  `\\node[anchor=${style}] at ${at(place)} {${texOf(text)}};`

const gateOf = ({ centre, halfWidth, sign, tag }: GateMark): readonly string[] => [
  `\\draw[fill=white,rounded corners=${number(radius * unit)}bp] ${rectangle({
    x: centre.x - halfWidth,
    y: centre.y - radius,
    width: 2 * halfWidth,
    height: 2 * radius,
  })};`,
  `\\node at ${at(centre)} {${texOf(sign.text)}};`,
  ...(tag ? [node(tag.at, 'base,font=\\footnotesize', tag.text)] : []),
]

const rectangle = ({ x, y, width, height }: Box): string =>
  `${at({ x, y })} rectangle ${at({ x: x + width, y: y + height })}`

const cardOf = ({ box, tie, rows }: Meeting): readonly string[] => [
  `\\draw[densely dotted] ${line(tie)};`,
  `\\draw[fill=white,rounded corners=3bp] ${rectangle(box)};`,
  ...rows.map(({ at: place, pieces }) => {
    const text = pieces.map((piece) => coloured(texOf(piece.text), piece.of)).join('')
    return `\\node[anchor=base west] at ${at(place)} {${text}};`
  }),
]

const coloured = (tex: string, of: 'value' | 'gradient' | 'sign'): string =>
  of === 'sign' ? tex : `\\textcolor{${of}}{${tex}}`
