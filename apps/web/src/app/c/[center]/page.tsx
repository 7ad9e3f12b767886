import { redirect } from 'next/navigation';

export default async function CenterPage({ params }: { params: Promise<{ center: string }> }) {
  redirect(`/c/${encodeURIComponent((await params).center)}/today`);
}
