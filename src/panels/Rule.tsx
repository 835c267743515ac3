import { type ComponentType, useEffect, useState } from 'react'
import type { Chain } from '../scene/chain'
import type { Subject } from '../scene/scene'
import { chainsIn } from '../state/beside'
import { useStore } from '../state/store'

type Formula = ComponentType<{
  readonly chain: Chain
  readonly onFactor: (subject: Subject | null) => void
  readonly onPick: (subject: Subject) => void
}>

const light = (lit: Subject | null) => {
  const { session, do: act } = useStore.getState()
  if (session.bench.lit !== lit) act.try({ lit })
}

/** The chain rule of the number that is asked about, or of the step; in plain text until the typesetter has come. */
export const Rule = () => {
  const chains = useStore(({ session }) => chainsIn(session))
  const pin = useStore((store) => store.do.pin)
  const [typesetter, setTypesetter] = useState<{ readonly Formula: Formula } | null>(null)
  const isWanted = chains.length > 0

  useEffect(() => {
    // Without it the plain text stays.
    if (isWanted) import('./Formula').then(setTypesetter, () => undefined)
  }, [isWanted])

  if (!isWanted)
    return <p className="quiet">Every gradient is a product along the wires: here it is written out.</p>
  return (
    <div className="rules">
      {chains.map(({ key, chain }) =>
        typesetter ? (
          <typesetter.Formula key={key} chain={chain} onFactor={light} onPick={pin} />
        ) : (
          <p key={key}>{chain.plain}</p>
        ),
      )}
    </div>
  )
}
