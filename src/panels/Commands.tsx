import { type Findable, Finder } from './Finder'
import { Modal } from './Modal'

export type Command = Findable

type Props = { readonly commands: readonly Command[] }

/** Everything that can be done, found by typing some of its words. */
export const Commands = ({ commands }: Props) => (
  <Modal name="commands" title="What do you want to do?">
    <Finder label="Command" hint="zoom, theme, circuit 2, sigmoid …" items={commands} />
  </Modal>
)
