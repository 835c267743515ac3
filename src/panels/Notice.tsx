import { useStore } from '../state/store'
import { focusAgain } from './focus'

/** Words about the page itself, over the upper edge of the picture: which text it shows, and what there is to be told. */
export const Notice = ({ stale }: { readonly stale: boolean }) => {
  const notice = useStore(({ session }) => session.notice)
  const say = useStore((store) => store.do.say)
  if (!notice && !stale) return null
  return (
    <div className="notes">
      {stale && (
        <p className="stale-note" role="status">
          The picture shows the last text that was whole
        </p>
      )}
      {notice && (
        <p className="stale-note" role="status">
          {notice}{' '}
          <button
            type="button"
            className="fix"
            onClick={() => {
              say(null)
              focusAgain()
            }}
          >
            Close
          </button>
        </p>
      )}
    </div>
  )
}
