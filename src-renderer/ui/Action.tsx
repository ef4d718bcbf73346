/**
 * Buttons. `Action` is the one filled button of a screen; `SecondAction` stands beside it.
 * Both print their key inside.
 */
import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';
import { ariaShortcut, Key } from './Key.tsx';

export interface ActionProps extends ButtonProps, Omit<ComponentProps<'button'>, keyof ButtonProps | 'type'> {
  /** Such as `Mod+Enter`. */
  keys?: string;
  isSubmit?: boolean;
}

export function Action({ keys, isSubmit = false, ...rest }: ActionProps) {
  return (
    <Button
      type={isSubmit ? 'submit' : 'button'}
      rightSection={
        keys === undefined ? undefined : <Key keys={keys} isOnFilled={rest.variant !== 'default'} />
      }
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(keys) })}
      {...rest}
    />
  );
}

export function SecondAction(props: ActionProps) {
  return <Action variant="default" {...props} />;
}
