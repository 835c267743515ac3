import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { ToolButton } from './ToolButton'

type Camera = { readonly fit: () => void; readonly zoomBy: (factor: number) => void }

/** The camera's buttons, over a corner of the picture. */
export const Toolbar = ({ camera }: { readonly camera: () => Camera | null }) => (
  <fieldset className="camera-tools" aria-label="Zoom">
    <ToolButton label="Zoom in" keys="+" icon={ZoomIn} onPress={() => camera()?.zoomBy(1.25)} />
    <ToolButton label="Zoom out" keys="−" icon={ZoomOut} onPress={() => camera()?.zoomBy(0.8)} />
    <ToolButton label="Fit" keys="0" icon={Maximize} onPress={() => camera()?.fit()} />
  </fieldset>
)
