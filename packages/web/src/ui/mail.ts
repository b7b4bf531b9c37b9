const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether this has the shape of a mail address; whether it exists shows when something is sent to it. */
export const looksLikeMail = (text: string): boolean => MAIL.test(text.trim());
