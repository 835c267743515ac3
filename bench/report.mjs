// Tables of what was measured, for the eye and for RESULTS.md.
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
export const quantile = (numbers, q) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(q * numbers.length))]

/** `reaches` judges the ratio; null where nothing is to be reached. */
export const row = (against, ours, theirs, ratio, aim, reaches) => ({
  against,
  ours,
  theirs,
  ratio: ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2),
  aim,
  verdict: reaches === null ? '' : reaches(ratio) ? 'reached' : 'falls short',
})

/** The median time of a function in milliseconds, warm: for so long, and at least so often. */
export const timed = (run, { milliseconds = 1500, least = 5, warm = 3 } = {}) => {
  for (let i = 0; i < warm; i++) run()
  const took = []
  const end = performance.now() + milliseconds
  while (performance.now() < end || took.length < least) {
    const start = performance.now()
    run()
    took.push(performance.now() - start)
  }
  return median(took)
}

export const ms = (time) => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`

const heads = ['against', 'ours', 'theirs', 'ratio', 'aim', 'verdict']
const named = ['', 'ours', 'theirs', 'ratio', 'aim', '']

export const markdown = ({ title, about, rows }) =>
  [
    `## ${title}`,
    '',
    about,
    '',
    `| ${named.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((each) => `| ${heads.map((head) => each[head]).join(' | ')} |`),
    '',
  ].join('\n')

export const print = ({ title, rows }) => {
  console.log(`\n${title}`)
  for (const { against, ours, theirs, ratio, aim, verdict } of rows)
    console.log(
      `  ${against.padEnd(52)} ${ours.padStart(18)} ${theirs.padStart(18)} ${ratio.padStart(8)}  ${aim} ${verdict}`,
    )
}
