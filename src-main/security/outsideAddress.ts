/** Which addresses may be handed to another program: writing to, and calling, one person. */

// One e-mail address and nothing after it: a mailto can otherwise attach files in some mail programs.
const MAIL = /^mailto:[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,255}$/u;
const TELEPHONE = /^tel:\+?[0-9][0-9 -]{2,20}$/;

export const isAllowedOutside = (address: string): boolean => MAIL.test(address) || TELEPHONE.test(address);
