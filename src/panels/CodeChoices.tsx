import type { Naming } from '../code/names'
import type { Dialect } from '../code/python'
import { useStore } from '../state/store'

const languages: Readonly<Record<Dialect, string>> = { math: 'Python', numpy: 'NumPy', torch: 'PyTorch' }

/** In which language the code is, and what it calls gradients: one choice for the panel and for the file. */
export const CodeChoices = () => {
  const { dialect, naming } = useStore(({ session }) => session.bench)
  const change = useStore((store) => store.do.try)
  return (
    <>
      <select
        aria-label="Language of the code"
        value={dialect}
        onChange={({ target }) => change({ dialect: target.value as Dialect })}
      >
        {Object.entries(languages).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="Names of gradients in the code"
        value={naming}
        onChange={({ target }) => change({ naming: target.value as Naming })}
      >
        <option value="dfdq">dfdq</option>
        <option value="dq">dq</option>
      </select>
    </>
  )
}
