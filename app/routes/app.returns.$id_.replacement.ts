import { data, type ActionFunctionArgs } from '@remix-run/node';
import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { approveReplacement, readReplacementForm, returnDetail, sendReplacement, type ReplacementAnswer } from '#app/modules/returns/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** What people of the shop do about goods that replace what is under warranty. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    if (!isNumericId(id)) throw notFound('return');
    await returnDetail(ctx, id, staff?.id);
    const form = readReplacementForm(await submittedForm(request));
    const asked = { returnId: id, by: staff?.id ?? null };
    const answer: ReplacementAnswer = !form ? { is: 'invalid', fields: ['step'] } : form.step === 'approve' ? await approveReplacement(ctx, asked) : await sendReplacement(ctx, { ...asked, key: form.key });
    return data(answer, { status: answer.is === 'forbidden' ? 403 : answer.is === 'invalid' ? 400 : 200 });
  });
}
