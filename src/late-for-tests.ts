import { unveil } from './scene/unveil'
import { buildVista } from './scene/vista'
import { grab, pull } from './state/grab'
import { bring } from './state/late'

bring({ unveil, buildVista, grab, pull })
