import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'

type Camera = { readonly fit: () => void; readonly zoomBy: (factor: number) => void }

/** The camera's buttons, over a corner of the picture. */
export const Toolbar = ({ camera }: { readonly camera: () => Camera | null }) => (
  <fieldset className="camera-tools" aria-label="Zoom">
    <button
      type="button"
      className="tool"
      aria-label="Zoom in"
      title="Zoom in (+)"
      onClick={() => camera()?.zoomBy(1.25)}
    >
      <ZoomIn aria-hidden size={18} />
    </button>
    <button
      type="button"
      className="tool"
      aria-label="Zoom out"
      title="Zoom out (−)"
      onClick={() => camera()?.zoomBy(0.8)}
    >
      <ZoomOut aria-hidden size={18} />
    </button>
    <button
      type="button"
      className="tool"
      aria-label="Fit"
      title="Fit the whole picture (0)"
      onClick={() => camera()?.fit()}
    >
      <Maximize aria-hidden size={18} />
    </button>
  </fieldset>
)
