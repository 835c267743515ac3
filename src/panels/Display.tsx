import { type Digits, type Motion, motions, type Theme, themes, type Wants } from '../lib/settings'
import { useStore } from '../state/store'

export const themeNames: Readonly<Record<Theme, string>> = {
  auto: 'System',
  light: 'Light',
  dark: 'Dark',
  lecture: 'Lecture colours',
}

export const motionNames: Readonly<Record<Motion, string>> = {
  auto: 'System',
  full: 'Full',
  none: 'None',
}

/** Which way every wire wants to go, and how strongly. */
export const wantsNames: Readonly<Record<Wants, string>> = {
  hidden: 'Hidden',
  shown: 'An arrow at every wire',
}

export const digitsNames: readonly (readonly [Digits, string])[] = [
  ['auto', 'Auto'],
  ...[0, 1, 2, 3, 4, 5, 6].map((count) => [count, String(count)] as const),
]

/** How the picture looks; nothing here changes the circuit. Remembered on this device. */
export const Display = () => {
  const { theme, digits, motion, wants } = useStore((store) => store.session.settings)
  const choose = useStore((store) => store.do.choose)
  return (
    <>
      <label className="setting">
        Theme
        <select
          value={theme}
          onChange={({ target }) => choose({ theme: themes.find((each) => each === target.value) ?? 'auto' })}
        >
          {themes.map((each) => (
            <option key={each} value={each}>
              {themeNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label className="setting">
        Digits
        <select
          value={digits}
          onChange={({ target }) =>
            choose({ digits: target.value === 'auto' ? 'auto' : Number(target.value) })
          }
        >
          {digitsNames.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="setting">
        Motion
        <select
          value={motion}
          onChange={({ target }) =>
            choose({ motion: motions.find((each) => each === target.value) ?? 'auto' })
          }
        >
          {motions.map((each) => (
            <option key={each} value={each}>
              {motionNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label className="setting">
        Wishes
        <select
          value={wants}
          onChange={({ target }) => choose({ wants: target.value === 'shown' ? 'shown' : 'hidden' })}
        >
          {Object.entries(wantsNames).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
