import { Component, type ReactNode } from 'react'
import { useStore } from '../state/store'

type Props = { readonly name: string; readonly children: ReactNode }

/** A part of the page that breaks leaves the rest alone, and the text to be copied or saved. */
export class Rescue extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? (
      <Broken name={this.props.name} onRetry={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    )
  }
}

const Broken = ({ name, onRetry }: { readonly name: string; readonly onRetry: () => void }) => {
  const source = useStore(({ session }) => session.source)
  return (
    <div className="broken" role="alert">
      <p>{name} has failed; your text is whole: copy it, or save it.</p>
      <textarea readOnly aria-label="Your text" value={source} onFocus={({ target }) => target.select()} />
      <a
        className="fix"
        download="program.txt"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(source)}`}
      >
        Save as a file
      </a>
      <button type="button" className="fix" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}
