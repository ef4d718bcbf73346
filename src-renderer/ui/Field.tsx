/** Text that is typed, with its name, a note and what is wrong with it. */
import {
  PasswordInput,
  type PasswordInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';

export function TextField(props: TextInputProps) {
  return <TextInput inputWrapperOrder={['label', 'description', 'input', 'error']} {...props} />;
}

export function LongTextField(props: TextareaProps) {
  return <Textarea autosize minRows={2} maxRows={6} {...props} />;
}

export function SecretField(props: PasswordInputProps) {
  return <PasswordInput autoComplete="off" {...props} />;
}
