import { type Theme, themes } from '../state/session'
import { useStore } from '../state/store'

const themeNames: Record<Theme, string> = {
  auto: 'System',
  light: 'Light',
  dark: 'Dark',
  lecture: 'Lecture colours',
}

/** How the picture looks; nothing here changes the circuit. */
export const Settings = () => (
  <section className="settings" aria-label="Display">
    <ThemeSelect />
    <DigitsSelect />
  </section>
)

const ThemeSelect = () => {
  const theme = useStore((store) => store.session.settings.theme)
  const set = useStore((store) => store.do.set)
  return (
    <label className="setting">
      Theme
      <select
        value={theme}
        onChange={({ target }) => set({ theme: themes.find((each) => each === target.value) ?? 'auto' })}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {themeNames[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

const counts = [0, 1, 2, 3, 4, 5, 6]

const DigitsSelect = () => {
  const digits = useStore((store) => store.session.settings.digits)
  const set = useStore((store) => store.do.set)
  return (
    <label className="setting">
      Digits
      <select
        value={digits}
        onChange={({ target }) => set({ digits: target.value === 'auto' ? 'auto' : Number(target.value) })}
      >
        <option value="auto">Auto</option>
        {counts.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  )
}
