import type { ReactElement, ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';

/** Solid: the one act that is right here. Plain: what else may be done. Quiet: text that acts. Grave: takes something away. */
type ButtonLook = 'solid' | 'plain' | 'quiet' | 'grave';

interface Props extends Pick<
  ButtonProps,
  'slot' | 'lang' | 'autoFocus' | 'aria-label' | 'aria-expanded' | 'aria-controls' | 'aria-describedby' | 'aria-pressed'
> {
  readonly look?: ButtonLook;
  readonly small?: boolean;
  readonly submit?: boolean;
  readonly disabled?: boolean;
  /** The act is under way: pressing again does nothing, the focus stays. */
  readonly busy?: boolean;
  readonly press?: () => void;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** The classes of a button, also for a link that looks like one. */
export function buttonClass(look: ButtonLook = 'plain', { small = false } = {}): string {
  return `button ${look}${small ? ' small' : ''}`;
}

/** Something that can be pressed. */
export function Button(props: Props): ReactElement {
  const {
    look,
    small = false,
    submit = false,
    disabled = false,
    busy = false,
    press,
    className,
    children,
    ...rest
  } = props;
  return (
    <AriaButton
      {...rest}
      // The library's own pending state names elements that leave the page with the form, and axe finds the name empty.
      type={submit && !busy ? 'submit' : 'button'}
      className={[buttonClass(look, { small }), busy ? 'is-busy' : '', className ?? ''].join(' ').trim()}
      isDisabled={disabled}
      {...(press === undefined || busy ? {} : { onPress: press })}
    >
      {busy && <span className="busy" aria-hidden="true" />}
      {children}
    </AriaButton>
  );
}
