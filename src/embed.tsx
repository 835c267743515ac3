import '@fontsource/source-sans-3/latin-400.css'
import '@fontsource/source-sans-3/latin-400-italic.css'
import './theme.css'
import './app.css'
import './panels.css'
import './picture.css'
import './large.css'
import './sheet.css'
import './story.css'
import './steps.css'
import './print.css'
import './embed.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectEmbed } from './app/connect-embed'
import { Embed } from './app/Embed'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

const options = connectEmbed(window)
createRoot(root).render(
  <StrictMode>
    <Embed options={options} />
  </StrictMode>,
)
