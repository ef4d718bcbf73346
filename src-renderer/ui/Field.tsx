/** Text that is typed, with its name, a note and what is wrong with it. */
import {
  PasswordInput,
  type PasswordInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import styles from './Field.module.css';

export function TextField(props: TextInputProps) {
  return <TextInput inputWrapperOrder={['label', 'description', 'input', 'error']} {...props} />;
}

export function LongTextField(props: TextareaProps) {
  return <Textarea rows={2} classNames={{ input: styles.growing ?? '' }} {...props} />;
}

export function SecretField(props: PasswordInputProps) {
  return <PasswordInput autoComplete="off" {...props} />;
}
