import type { AnchorHTMLAttributes } from 'react';
import { useRouter } from './navigation.ts';

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; prefetch?: boolean };

/** Stands in for next/link. */
export default function Link({ prefetch: _prefetch, href, onClick, children, ...anchor }: LinkProps) {
  const router = useRouter();
  return (
    <a
      {...anchor}
      href={href}
      onClick={(event) => {
        event.preventDefault();
        onClick?.(event);
        router.push(href);
      }}
    >
      {children}
    </a>
  );
}
