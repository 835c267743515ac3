import { type Offer, palette } from '../program/palette'
import { Finder } from './Finder'
import { Modal } from './Modal'

type Props = { readonly onChoose: (offer: Offer) => void }

/** The gates to choose from, each with its local gradients: one goes to the caret, or round what is selected. */
export const Gates = ({ onChoose }: Props) => (
  <Modal name="gates" title="Put in a gate">
    <p className="quiet">It goes where the caret stands, or round what is selected in the program.</p>
    <Finder
      label="Gate"
      hint="sigmoid, max, x * y …"
      items={palette.map((offer) => ({
        says: offer.signature,
        group: '',
        about: offer.rule,
        run: () => onChoose(offer),
      }))}
    />
  </Modal>
)
