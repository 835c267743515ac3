import { useMemo, useState } from 'react'
import { type Qr, qrOf } from '../share/qr'

const words: Readonly<Record<Qr['reach'], string>> = {
  hall: 'Large on a screen, a whole hall can scan it.',
  desk: 'Dense: it is scanned from near the screen only.',
  near: 'Very dense: hold the phone close.',
}

/** The link as a code to scan; black on white in every theme, as readers want it. */
export const QrCode = ({ link }: { readonly link: string }) => {
  const qr = useMemo(() => qrOf(link), [link])
  const [large, setLarge] = useState(false)
  if (!qr) return <p className="quiet">The link is too long for a code that can be scanned.</p>
  return (
    <div className="qr">
      <Code qr={qr} />
      <p className="note">{words[qr.reach]}</p>
      <button type="button" className="fix" onClick={() => setLarge(true)}>
        Show it to the hall
      </button>
      {large && (
        <button
          ref={focus}
          type="button"
          className="qr-hall"
          aria-label="Close the code"
          onClick={() => setLarge(false)}
          onKeyDown={(event) => {
            // Only the code goes, not the dialog below it.
            event.preventDefault()
            setLarge(false)
          }}
        >
          <Code qr={qr} />
        </button>
      )}
    </div>
  )
}

const focus = (button: HTMLButtonElement | null): void => button?.focus()

const Code = ({ qr: { size, path } }: { readonly qr: Qr }) => (
  <svg
    className="qr-code"
    viewBox={`0 0 ${size} ${size}`}
    role="img"
    aria-label="The link as a QR code"
    shapeRendering="crispEdges"
  >
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
)
