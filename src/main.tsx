// The face that is named last is asked for first: Greek is fetched where there is some.
import '@fontsource/source-sans-3/greek-400.css'
import '@fontsource/source-sans-3/greek-400-italic.css'
import '@fontsource/source-sans-3/latin-400.css'
import '@fontsource/source-sans-3/latin-400-italic.css'
import '@fontsource/source-sans-3/latin-600.css'
import '@fontsource/source-sans-3/latin-600-italic.css'
import './theme.css'
import './app.css'
import './panels.css'
import './bar.css'
import './editor.css'
import './problems.css'
import './dialogs.css'
import './share.css'
import './picture.css'
import './large.css'
import './sheet.css'
import './story.css'
import './steps.css'
import './beside.css'
import './hall.css'
import './print.css'
import './pages.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { connect } from './app/connect'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

connect(window).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
