import { useStore } from '../state/store'
import { focusAgain } from './focus'

/** A word about the page itself, over the upper edge of the picture. */
export const Notice = ({ stale }: { readonly stale: boolean }) => {
  const notice = useStore(({ session }) => session.notice)
  const say = useStore((store) => store.do.say)
  if (notice)
    return (
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
    )
  if (!stale) return null
  return (
    <p className="stale-note" role="status">
      The picture shows the last text that was whole
    </p>
  )
}
