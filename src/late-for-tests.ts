import { unveil } from './scene/unveil'
import { buildVista } from './scene/vista'
import { bring } from './state/late'

bring({ unveil, buildVista })
