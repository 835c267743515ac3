import { Maximize, ZoomIn, ZoomOut } from 'lucide'
import { zoomStep } from '../view/CircuitView'
import { keysOf } from './keys'
import { ToolButton } from './ToolButton'

type Camera = { readonly fit: () => void; readonly zoomBy: (factor: number) => void }

/** The camera's buttons, over a corner of the picture. */
export const Toolbar = ({ camera }: { readonly camera: () => Camera | null }) => (
  <fieldset className="camera-tools" aria-label="Zoom">
    <ToolButton
      label="Zoom in"
      keys={keysOf.zoomIn}
      icon={ZoomIn}
      onPress={() => camera()?.zoomBy(zoomStep)}
    />
    <ToolButton
      label="Zoom out"
      keys={keysOf.zoomOut}
      icon={ZoomOut}
      onPress={() => camera()?.zoomBy(1 / zoomStep)}
    />
    <ToolButton label="Fit" keys={keysOf.fit} icon={Maximize} onPress={() => camera()?.fit()} />
  </fieldset>
)
