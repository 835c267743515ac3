import { type Offer, palette } from '../program/palette'
import { Modal } from './Modal'

type Props = { readonly onChoose: (offer: Offer) => void }

/** The gates to choose from: each goes to the caret, or round what is selected. */
export const Gates = ({ onChoose }: Props) => (
  <Modal name="gates" title="Put in a gate">
    <p className="quiet">It goes where the caret stands, or round what is selected in the program.</p>
    <ul>
      {palette.map((offer) => (
        <li key={offer.label}>
          <button type="button" className="example" onClick={() => onChoose(offer)}>
            <code>{offer.label}</code> <span>{offer.rule}</span>
          </button>
        </li>
      ))}
    </ul>
  </Modal>
)
