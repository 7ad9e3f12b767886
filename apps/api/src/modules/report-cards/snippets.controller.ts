import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import { Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { SnippetsService } from './snippets.service.ts';

@Controller()
export class SnippetsController {
  constructor(private readonly snippets: SnippetsService) {}

  @Handles(contract.listCommentSnippets)
  listCommentSnippets() {
    return this.snippets.list();
  }

  @Handles(contract.addCommentSnippet)
  addCommentSnippet(@Input() { body }: InputOf<typeof contract.addCommentSnippet>) {
    return this.snippets.add(body);
  }

  @Handles(contract.changeCommentSnippet)
  changeCommentSnippet(
    @Input() { params, body }: InputOf<typeof contract.changeCommentSnippet>,
    @SeenVersion() seen?: number,
  ) {
    return this.snippets.change(params.id, body, seen);
  }

  @Handles(contract.removeCommentSnippet)
  removeCommentSnippet(@Input() { params }: InputOf<typeof contract.removeCommentSnippet>) {
    return this.snippets.remove(params.id);
  }
}
